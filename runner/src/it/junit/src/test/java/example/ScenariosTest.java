package example;

import org.junit.platform.suite.api.*;

@Suite @IncludeEngines("mmaplab") @SelectDirectories("src/test/resources/scenarios")
class ScenariosTest {}

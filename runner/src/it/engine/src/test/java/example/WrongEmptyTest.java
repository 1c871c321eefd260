package example;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

@Suite
@IncludeEngines("mmaplab")
@SelectDirectories("src/test/resources/empty")
class WrongEmptyTest {}

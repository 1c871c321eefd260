package io.github.mmaplab.junit;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** The library, run as its users run theirs. */
@Suite
@IncludeEngines("mmaplab")
@SelectDirectories("../scenarios")
class ScenariosTest {}

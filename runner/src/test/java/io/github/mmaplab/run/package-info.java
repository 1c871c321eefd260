/** What comes of scenarios that do not go as they say, and where mappings are placed. */
@NullMarked
package io.github.mmaplab.run;

import org.jspecify.annotations.NullMarked;

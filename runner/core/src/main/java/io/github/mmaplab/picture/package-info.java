/** What a run shows at each of its moments, as data that pictures are drawn from: nothing here can play a scenario. */
@NullMarked
package io.github.mmaplab.picture;

import org.jspecify.annotations.NullMarked;

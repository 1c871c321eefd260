/** The page that shows a run moment by moment: the file of the scenario beside the picture, and why each page holds what it holds. */
@NullMarked
package io.github.mmaplab.viewer;

import org.jspecify.annotations.NullMarked;

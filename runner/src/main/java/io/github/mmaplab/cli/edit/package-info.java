/** Commands that change files: what they change, shown as a diff, and written whole. */
@NullMarked
package io.github.mmaplab.cli.edit;

import org.jspecify.annotations.NullMarked;

/** What an editor makes of our files, asked through the language server that editors use. */
@NullMarked
package io.github.mmaplab.editor;

import org.jspecify.annotations.NullMarked;

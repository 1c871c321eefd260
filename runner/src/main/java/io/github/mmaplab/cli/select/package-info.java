/** Which scenarios are meant: files, folders and lines; tags and names. */
@NullMarked
package io.github.mmaplab.cli.select;

import org.jspecify.annotations.NullMarked;

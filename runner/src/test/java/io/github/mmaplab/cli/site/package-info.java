/** Tests of the server of the playground. */
@NullMarked
package io.github.mmaplab.cli.site;

import org.jspecify.annotations.NullMarked;

/** The playground: its files, and a server of them on the loopback interface. */
@NullMarked
package io.github.mmaplab.cli.site;

import org.jspecify.annotations.NullMarked;

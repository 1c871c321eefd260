@NullMarked
package io.github.mmaplab.report.html;

import org.jspecify.annotations.NullMarked;

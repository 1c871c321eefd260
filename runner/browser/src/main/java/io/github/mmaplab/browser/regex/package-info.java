/**
 * {@code java.util.regex} as far as the core uses it, on the regular expressions that a browser has. TeaVM's own is a
 * tenth of the page's script. {@link io.github.mmaplab.browser.regex.OfTheBrowser} puts these classes in its place; a
 * method that is missing here stops the build by its name.
 */
@org.jspecify.annotations.NullMarked
package io.github.mmaplab.browser.regex;

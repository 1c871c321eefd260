package io.github.mmaplab.handout.quiz;

import java.io.StringWriter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document of XML that is written element by element, each on a line of its own. */
final class XmlText {
    /** What XML 1.0 can't hold. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlText() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Text with a replacement for each character that XML can't hold. */
    static String fit(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
    }

    /** Opens an element. */
    void open(String name, String... attributes) {
        begin(name, attributes);
        characters("\n");
    }

    /** Closes the element that was opened last. */
    void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        characters("\n");
    }

    /** An element with nothing but text in it. */
    void element(String name, String content, String... attributes) {
        begin(name, attributes);
        characters(fit(content));
        close();
    }

    /** An element with nothing in it. */
    void empty(String name, String... attributes) {
        begin(name, attributes);
        close();
    }

    /** The whole document. */
    String end() {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        return text.toString();
    }

    private void begin(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], fit(attributes[i + 1]));
            }
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private void characters(String content) {
        try {
            xml.writeCharacters(content);
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(XMLStreamException e) {
        return new IllegalStateException("a text in memory can be written", e);
    }
}

package io.github.mmaplab.page;

import io.github.mmaplab.text.Medium;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written element by element, each on its own line. */
public final class XmlDocument {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** An empty document. */
    public XmlDocument() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw failed(e);
        }
    }

    /** Opens an element. */
    public void open(String name, String... attributes) {
        begin(name, attributes);
        characters("\n");
    }

    /** Closes the element that was opened last. */
    public void close() {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failed(e);
        }
        characters("\n");
    }

    /** An element that contains only text. */
    public void element(String name, String content, String... attributes) {
        begin(name, attributes);
        characters(Medium.XML.fit(content));
        close();
    }

    /** An empty element. */
    public void empty(String name, String... attributes) {
        begin(name, attributes);
        close();
    }

    /** The whole document. */
    public String end() {
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
                xml.writeAttribute(attributes[i], Medium.XML.fit(attributes[i + 1]));
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

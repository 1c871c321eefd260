package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.page.XmlDocument;

/** The manifest of the archive, as in IMS Content Packaging 1.1. */
final class QtiManifest {
    private static final String NAMESPACE = "http://www.imsglobal.org/xsd/imscp_v1p1";
    private static final String VERSION = "1.1.3";

    private QtiManifest() {}

    static String of(Quiz quiz, String identifier, String file) {
        XmlDocument xml = new XmlDocument();
        xml.open("manifest", "identifier", Qti.identifier(quiz.exercise() + " manifest"), "xmlns", NAMESPACE);
        xml.open("metadata");
        xml.element("schema", "IMS Content");
        xml.element("schemaversion", VERSION);
        xml.close();
        xml.empty("organizations");
        xml.open("resources");
        xml.open("resource", "identifier", identifier, "type", "imsqti_xmlv1p2", "href", file);
        xml.empty("file", "href", file);
        xml.close();
        xml.close();
        xml.close();
        return xml.end();
    }
}

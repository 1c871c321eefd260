package io.github.mmaplab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What we ship of others is shipped with its licence. */
final class NoticeTest {

    @Test
    void names_every_library_that_is_in_the_program() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        NodeList libraries = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/dependencies/dependency[not(scope)]/artifactId", pom, XPathConstants.NODESET);
        assertThat(libraries.getLength()).isPositive();
        String notice = Files.readString(Path.of("src/main/resources/META-INF/NOTICE"));
        for (int i = 0; i < libraries.getLength(); i++) {
            assertThat(notice).contains("  " + libraries.item(i).getTextContent() + "  ");
        }
    }
}

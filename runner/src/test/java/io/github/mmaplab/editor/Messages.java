package io.github.mmaplab.editor;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages as the Language Server Protocol frames them: how long it is, an empty line, JSON. */
final class Messages {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)\r\n");
    private static final String END_OF_HEADER = "\r\n\r\n";

    private final InputStream in;
    private final OutputStream out;

    Messages(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    synchronized void send(JsonNode message) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(message);
        out.write(("Content-Length: " + bytes.length + END_OF_HEADER).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    /** The next message. */
    JsonNode receive() throws IOException {
        String header = header();
        Matcher length = LENGTH.matcher(header);
        if (!length.find()) {
            throw new IOException("no header: " + header);
        }
        return JSON.readTree(in.readNBytes(Integer.parseInt(length.group(1))));
    }

    private String header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        while (!header.toString(StandardCharsets.US_ASCII).endsWith(END_OF_HEADER)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            header.write(next);
        }
        return header.toString(StandardCharsets.US_ASCII);
    }
}

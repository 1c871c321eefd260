package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.Golden;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.ArgumentKind;
import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.Constant;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.Term;
import io.github.mmaplab.scenario.model.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of scenarios, or that of exercises: the prose of a template, which both have in common, with the words and the
 * calls of the vocabulary. In the template, the name of a list of words takes the place of {@code oneOf}'s list.
 */
final class StorySchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, Words<?>> LISTS = Map.ofEntries(
            Map.entry("ADVICES", Lexicon.ADVICES),
            Map.entry("CRASH_MODELS", Lexicon.CRASH_MODELS),
            Map.entry("CREDITS", Lexicon.CREDITS),
            Map.entry("ERRNOS", Lexicon.ERRNOS),
            Map.entry("FEEDBACKS", Lexicon.FEEDBACKS),
            Map.entry("PRESENTATIONS", Lexicon.PRESENTATIONS),
            Map.entry("FILE_KINDS", Lexicon.FILE_KINDS),
            Map.entry("FILE_MODES", Lexicon.FILE_MODES),
            Map.entry("MADE", Lexicon.MADE),
            Map.entry("LOCK_ALL_FLAGS", Words.of(LockAllFlag.class, "a flag of mlockall(2)")),
            Map.entry("MAP_FLAGS", Lexicon.MAP_FLAGS),
            Map.entry("OPEN_FLAGS", Lexicon.OPEN_FLAGS),
            Map.entry("OPEN_MODES", Lexicon.OPEN_MODES),
            Map.entry("PARTIALS", Lexicon.PARTIALS),
            Map.entry("RAISED", Lexicon.RAISED),
            Map.entry("REMAP_FLAGS", Lexicon.REMAP_FLAGS),
            Map.entry("SEALS", Lexicon.SEALS),
            Map.entry("SHARINGS", Lexicon.SHARINGS),
            Map.entry("SIGNALS", Lexicon.SIGNALS),
            Map.entry("SIGNAL_CODES", Lexicon.SIGNAL_CODES));

    private final Kind kind;
    private final ObjectNode template;
    private final ObjectNode definitions;

    StorySchema(Kind kind) throws IOException {
        this.kind = kind;
        template = (ObjectNode) JSON.readTree(Files.readString(Golden.RESOURCES.resolve("schema/story.json")));
        definitions = (ObjectNode) template.get("definitions");
    }

    /** The schema. */
    JsonNode make() {
        ObjectNode schema = (ObjectNode) template.get(kind.head());
        ObjectNode keys = schema.putObject("properties");
        for (String key : kind.keys()) {
            keys.set(key, template.get("keys").required(key));
        }
        addVerbs((ObjectNode) definitions.get("step"));
        addQuestions((ObjectNode) definitions.at("/question/anyOf/1"));
        for (FacetKeys facets : FacetKeys.values()) {
            if (facets != FacetKeys.REGISTER) { // written like memory, whose facets it has some of
                addFacets(facets, (ObjectNode) definitions.get(facets.name().toLowerCase(Locale.ROOT) + "Facets"));
            }
        }
        fillIn(template);
        schema.set("definitions", used(schema));
        return schema;
    }

    /** Replaces the names of lists by the lists. */
    private static void fillIn(JsonNode node) {
        node.forEach(StorySchema::fillIn);
        if (node.path("oneOf").isString()) {
            Words<?> words = Objects.requireNonNull(LISTS.get(node.get("oneOf").asString()));
            ((ObjectNode) node).set("oneOf", words(words.words()));
        }
    }

    private static ArrayNode words(List<?> words) {
        ArrayNode list = JSON.createArrayNode();
        for (Object word : words) {
            Term term = (Term) word;
            list.addObject().put("const", term.word()).put("description", description(term));
        }
        return list;
    }

    private static String description(Term term) {
        String prefix = term instanceof Constant constant ? constant.inC() + ": " : "";
        return sentence(prefix + term.meaning());
    }

    /** With a capital letter, unless it begins with the name of a function, and a full stop. */
    private static String sentence(String text) {
        boolean isWord = text.split("[ :,]", 2)[0].chars().allMatch(c -> Character.isLetter(c) || c == '-');
        return (isWord ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text) + ".";
    }

    /** Completes what can be expected of something: its properties. */
    private static void addFacets(FacetKeys facets, ObjectNode definition) {
        JsonNode written = definition.get("properties");
        ObjectNode all = JSON.createObjectNode();
        for (String key : facets.keys()) {
            Property property = facets.property(key);
            all.set(key, property == null ? written.required(key) : property(property));
        }
        definition.set("properties", all);
    }

    private static ObjectNode property(Property property) {
        String what = sentence(property.meaning());
        return switch (property.kind()) {
            case YES_NO -> reference(what, "truth");
            case SIZE -> reference(what, "size");
            case COUNT -> reference(what, "count");
            case EXIT_CODE -> reference(what, "exitCode");
            case PROTECTION -> reference(what, "prot");
            case SIGNAL -> reference(what, "signal");
            case SHARING -> {
                ObjectNode either = JSON.createObjectNode().put("description", what);
                ArrayNode forms = either.putArray("anyOf");
                forms.addObject().put("oneOf", "MADE");
                forms.add(reference("parameter"));
                yield either;
            }
        };
    }

    private void addVerbs(ObjectNode step) {
        JsonNode written = step.get("properties");
        ObjectNode all = JSON.createObjectNode();
        ArrayNode alternatives = JSON.createArrayNode();
        for (String verb : Steps.VERBS) {
            if (!verb.equals("ask") || kind == Kind.EXERCISE) {
                Call call = CallVerbs.call(verb);
                all.set(verb, call == null ? written.required(verb) : verb(call));
                alternatives.addObject().putArray("required").add(verb);
            }
        }
        for (String key : Levels.BESIDE_A_VERB) {
            all.set(key, written.required(key));
        }
        step.set("properties", all);
        ((ArrayNode) step.get("defaultSnippets"))
                .removeIf(
                        snippet -> !snippet.get("body").propertyNames().stream().allMatch(all::has));
        step.set("oneOf", alternatives.addAll((ArrayNode) step.get("oneOf")));
    }

    /** Completes a question: the properties, and that one thing is asked. */
    private static void addQuestions(ObjectNode question) {
        JsonNode written = question.get("properties");
        ObjectNode all = JSON.createObjectNode();
        ArrayNode alternatives = JSON.createArrayNode();
        for (String kind : WhatIsAsked.KINDS) {
            all.set(kind, written.has(kind) ? written.get(kind) : question(kind));
            alternatives.addObject().putArray("required").add(kind);
        }
        for (String key : Questions.BESIDE) {
            all.set(key, written.required(key));
        }
        question.set("properties", all);
        question.set("oneOf", alternatives);
    }

    private static ObjectNode question(String key) {
        Property property = Arrays.stream(Property.values())
                .filter(each -> each.questionKey().equals(key))
                .findFirst()
                .orElseThrow();
        ObjectNode question = JSON.createObjectNode().put("description", description(property));
        return switch (property.owner()) {
            case MEMORY -> question.put("$ref", "#/definitions/memoryLocation");
            case FILE -> question.put("$ref", "#/definitions/fileName");
            case PROCESS -> question.put("$ref", "#/definitions/processName");
            case MACHINE -> {
                ArrayNode forms = question.putArray("anyOf");
                forms.addObject().put("const", "memory");
                forms.add(reference("parameter"));
                yield question;
            }
        };
    }

    private ObjectNode verb(Call call) {
        String what = call.systemCall(Argument.NONE) + "(2): " + call.meaning() + ".";
        if (call instanceof ProcessCall) {
            return reference(what, call.takes() == ArgumentKind.NONE ? "processName" : call.word());
        }
        return call instanceof FileCall onFile ? onFile(onFile, what) : onRange(call, what);
    }

    private ObjectNode onRange(Call call, String what) {
        if (call instanceof RangeCall range && !range.takesLength()) {
            return reference(what, "memoryLocation");
        }
        return call.takes() == ArgumentKind.NONE
                ? reference(what, "ranges")
                : withArguments(call, what, "memoryLocation");
    }

    private ObjectNode onFile(FileCall call, String what) {
        return switch (call.extent()) {
            case FILE -> reference(what, call.takes() == ArgumentKind.NAME ? "fileNames" : "fileName");
            case SIZE -> reference(what, "fileSizes");
            case SEALS -> reference(what, "fileSeals");
            case RANGE ->
                call.takes() == ArgumentKind.NONE
                        ? reference(what, "fileRanges")
                        : withArguments(call, what, "fileLocation");
        };
    }

    private ObjectNode withArguments(Call call, String what, String location) {
        String verb = call.word();
        ArgumentKind kind = call.takes();
        ObjectNode targets = JSON.createObjectNode()
                .put("description", "Locations, each with an argument or a map of them.")
                .put("type", "object")
                .put("minProperties", 1);
        targets.set("propertyNames", reference(location));
        ArrayNode forms = targets.putObject("additionalProperties").putArray("anyOf");
        forms.add(reference(kind.isRequired() ? kind.key() : "size"));
        forms.add(arguments(call, kind));
        if (kind.isRequired()) {
            definitions.set(verb, targets);
        } else {
            ObjectNode either = definitions.putObject(verb).put("description", "A location, or a map of locations.");
            either.putArray("anyOf").add(reference(location)).add(targets);
        }
        return reference(what, verb);
    }

    private ObjectNode arguments(Call call, ArgumentKind kind) {
        ObjectNode arguments = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        if (kind.isRequired()) {
            arguments.putArray("required").add(kind.key());
        }
        ObjectNode keys = arguments.putObject("properties");
        keys.set(
                kind.key(),
                kind instanceof ArgumentKind.OfFlags<?> flags
                        ? flags(call, flags)
                        : reference(
                                definitions.get(kind.key()).get("description").asString(), kind.key()));
        keys.set("length", reference("The length of the range.", "size"));
        return arguments;
    }

    private ObjectNode flags(Call call, ArgumentKind.OfFlags<?> flags) {
        String name = call.word() + "Flag";
        ArrayNode forms = definitions
                .putObject(name)
                .put("description", "A flag of " + call.systemCall(Argument.NONE) + "(2).")
                .putArray("anyOf");
        forms.addObject().set("oneOf", words(flags.flags()));
        if (!(call instanceof FileCall)) {
            forms.add(reference("undefined"));
        }
        forms.add(reference("parameter"));
        ObjectNode list = JSON.createObjectNode()
                .put("description", "The flags; " + flags.usual().written() + " by default, [] for 0.")
                .put("type", "array")
                .put("uniqueItems", true);
        list.set("items", reference(name));
        return list;
    }

    private static ObjectNode reference(String definition) {
        return JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
    }

    private static ObjectNode reference(String description, String definition) {
        return JSON.createObjectNode().put("description", description).put("$ref", "#/definitions/" + definition);
    }

    /** The definitions that a schema needs. */
    private ObjectNode used(JsonNode schema) {
        Set<String> needed = new HashSet<>();
        need(schema, needed);
        ObjectNode used = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
            if (needed.contains(definition.getKey())) {
                used.set(definition.getKey(), definition.getValue());
            }
        }
        return used;
    }

    private void need(JsonNode node, Set<String> needed) {
        node.forEach(part -> need(part, needed));
        String reference = node.path("$ref").asString("");
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        if (!name.isEmpty() && needed.add(name)) {
            need(definitions.required(name), needed);
        }
    }
}

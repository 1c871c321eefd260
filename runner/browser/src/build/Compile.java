import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.StringConstantInstruction;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles a class, and all that it uses, to a module of JavaScript.
 *
 * <p>TeaVM writes functions in the order of a map that is hashed by identity, so it gives the same bytes each time only if
 * identity hashes are the same each time. The build therefore starts this program in a JVM of its own, with {@code
 * -XX:hashCode=2}: all identity hashes are 1. Maven's own JVM would be slow with that.
 */
final class Compile {

    private Compile() {}

    /** {@code Compile MAIN MODULE CLASSES}: the class, the file to write, and the class path that has the class. */
    public static void main(String[] arguments) throws MalformedURLException, TeaVMToolException {
        Path module = Path.of(arguments[1]);
        List<File> classes =
                Stream.of(arguments[2].split(File.pathSeparator)).map(File::new).toList();
        URL[] urls = new URL[classes.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classes.get(i).toURI().toURL();
        }
        TeaVMTool compiler = new TeaVMTool();
        compiler.setMainClass(arguments[0]);
        compiler.setEntryPointName("main");
        compiler.setClassPath(classes);
        compiler.setClassLoader(new URLClassLoader(urls, Compile.class.getClassLoader()));
        compiler.setJsModuleType(JSModuleType.ES2015);
        compiler.setTargetDirectory(module.getParent().toFile());
        compiler.setTargetFileName(module.getFileName().toString());
        compiler.setObfuscated(true);
        compiler.setMaxTopLevelNames(80_000);
        compiler.getTransformers().add(WithPlainFormat.class.getName());
        compiler.getTransformers().add(WithoutTextOfRecords.class.getName());
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        compiler.generate();
        var problems = compiler.getProblemProvider().getSevereProblems();
        problems.forEach(problem -> System.err.println(
                problem.getText() + " " + List.of(problem.getParams()) + " at " + problem.getLocation()));
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Makes the YAML library format its messages with {@code PlainFormat}. */
    public static final class WithPlainFormat implements ClassHolderTransformer {
        private static final MethodReference LARGE =
                new MethodReference(String.class, "format", String.class, Object[].class, String.class);
        private static final MethodReference PLAIN =
                new MethodReference("io.github.mmaplab.browser.PlainFormat", LARGE.getDescriptor());

        @Override
        public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
            if (type.getName().startsWith("org.yaml.snakeyaml.")) {
                for (MethodHolder method : type.getMethods()) {
                    replace(method.getProgram());
                }
            }
        }

        private static void replace(Program program) {
            for (int i = 0; program != null && i < program.basicBlockCount(); i++) {
                for (Instruction instruction : program.basicBlockAt(i)) {
                    if (instruction instanceof InvokeInstruction call
                            && call.getMethod().equals(LARGE)) {
                        call.setMethod(PLAIN);
                    }
                }
            }
        }
    }

    /**
     * Takes away the {@code toString} of records that the compiler of Java has written, as it shows in no text for people.
     * Those that the source has stay.
     */
    public static final class WithoutTextOfRecords implements ClassHolderTransformer {
        private static final MethodDescriptor TEXT = new MethodDescriptor("toString", String.class);

        @Override
        public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
            MethodHolder text = type.getMethod(TEXT);
            if (text != null && "java.lang.Record".equals(type.getParent()) && isGenerated(type, text.getProgram())) {
                type.removeMethod(text);
            }
        }

        /** Whether it begins with the name of the record and a bracket. */
        private static boolean isGenerated(ClassHolder type, Program program) {
            String beginning = type.getName().replaceAll(".*[.$]", "") + "[";
            for (int i = 0; program != null && i < program.basicBlockCount(); i++) {
                for (Instruction instruction : program.basicBlockAt(i)) {
                    if (instruction instanceof StringConstantInstruction constant) {
                        return constant.getConstant().equals(beginning);
                    }
                }
            }
            return false;
        }
    }
}

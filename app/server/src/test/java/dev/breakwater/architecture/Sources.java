package dev.breakwater.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** What the architecture tests look at: the compiled classes, read once, and every source file of the repository. */
final class Sources {
    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.breakwater");

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Sources() {}

    record Method(Path file, String name, long lines, int parameters) {
        boolean constructs() {
            return name.equals("<init>");
        }

        @Override
        public String toString() {
            return "%s in %s: %d lines, %d parameters".formatted(name, ROOT.relativize(file), lines, parameters);
        }
    }

    static List<Path> main() throws IOException {
        return files("src/main/java");
    }

    static List<Path> test() throws IOException {
        return files("src/test/java");
    }

    static String relative(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<Path> files(String folder) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : List.of("db", "app/fleetsim", "app/server", "app/agent", "app/deploy")) {
            var folderOfModule = ROOT.resolve(module).resolve(folder);
            if (Files.isDirectory(folderOfModule)) {
                try (Stream<Path> walk = Files.walk(folderOfModule)) {
                    walk.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    static List<Method> methods(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            var methods = new ArrayList<Method>();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Boolean>() {
                    @Override
                    public Void visitClass(ClassTree type, Boolean inRecord) {
                        return super.visitClass(type, type.getKind() == ClassTree.Kind.RECORD);
                    }

                    @Override
                    public Void visitMethod(MethodTree method, Boolean inRecord) {
                        var lines = unit.getLineMap();
                        var first = lines.getLineNumber(positions.getStartPosition(unit, method));
                        var last = lines.getLineNumber(positions.getEndPosition(unit, method));
                        // a record's canonical constructor lists its components: that is a shape, not a signature
                        var parameters = inRecord ? 0 : method.getParameters().size();
                        methods.add(new Method(
                                Path.of(unit.getSourceFile().toUri()),
                                method.getName().toString(),
                                last - first + 1,
                                parameters));
                        return super.visitMethod(method, inRecord);
                    }
                }.scan(unit, false);
            }
            return methods;
        }
    }
}

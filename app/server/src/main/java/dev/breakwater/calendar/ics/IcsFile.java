package dev.breakwater.calendar.ics;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the lines of a file into blocks; what they mean is for {@link IcsReader}. */
final class IcsFile implements VObjectDataListener {
    private static final int DEEPEST = 4;

    private final Block root = new Block("file", 0);
    private final Deque<Block> open = new ArrayDeque<>();
    private final Findings findings;

    private IcsFile(Findings findings) {
        this.findings = findings;
        open.push(root);
    }

    /** The one VCALENDAR of the file. */
    static Block read(String text, Findings findings) {
        var file = new IcsFile(findings);
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.setCaretDecodingEnabled(true);
            reader.parse(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.calendar();
    }

    private Block calendar() {
        findings.check(open.size() == 1, "the file ends inside " + open.element().name);
        findings.check(root.properties.isEmpty(), "there are lines outside of VCALENDAR");
        var one = root.blocks.size() == 1 && root.blocks.getFirst().name.equals("VCALENDAR");
        findings.check(one, "the file must hold one VCALENDAR and nothing else");
        findings.raise();
        return root.blocks.getFirst();
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        var block = new Block(name, context.getLineNumber());
        findings.check(open.size() <= DEEPEST, "line %d: %s is nested too deep".formatted(block.line, block.name));
        open.element().blocks.add(block);
        open.push(block);
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        open.pop();
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        open.element().properties.add(property);
    }

    @Override
    public void onVersion(String value, Context context) {
        findings.check(value.equals("2.0"), "VERSION %s is not supported, 2.0 is".formatted(value));
    }

    @Override
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        if (warning != Warning.UNKNOWN_VERSION) {
            findings.check(false, "line %d: %s".formatted(context.getLineNumber(), warning.getMessage()));
        }
    }
}

package dev.breakwater.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a test under which an invariant was broken. */
final class LawAbiding implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace KEPT = Namespace.create(LawAbiding.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        test.getStore(KEPT).put("violations", violations(test));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertThat(violations(test)).isEqualTo(test.getStore(KEPT).get("violations"));
    }

    private static Map<String, Integer> violations(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test)
                .getBean(Invariants.class)
                .violations();
    }
}

package dev.breakwater.rollout.gate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks whoever a gate is about. What goes wrong is an ERROR, which pauses and never rolls back. */
@Component
class Providers {
    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private final Map<GateType, Provider> byType;

    Providers(List<Provider> providers) {
        this.byType = providers.stream().collect(Collectors.toMap(Provider::type, Function.identity()));
    }

    Reply ask(Question question) {
        try {
            return requireNonNull(byType.get(question.gate().type())).ask(question);
        } catch (Unreachable unreachable) {
            return Finding.error(String.valueOf(unreachable.getMessage()));
        } catch (RuntimeException unexpected) {
            log.warn("Gate {} could not be asked", question.gate().name(), unexpected);
            return Finding.error(
                    "it could not be asked: " + unexpected.getClass().getSimpleName());
        }
    }
}

package dev.breakwater.convoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.breakwater.convoy.Outcome.Alone;
import dev.breakwater.convoy.Outcome.Answered;
import dev.breakwater.convoy.Outcome.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class ConvoyTest {
    private final Harbour harbour = new Harbour();
    private Convoy<String, String> convoy = convoy(100, 10, Duration.ofSeconds(20));

    /** Does what the first letter says; {@code h}olds its transaction open, {@code p}oisons it, {@code r}efuses, {@code b}usy. */
    private static final class Harbour implements Crew<String, String> {
        final List<List<String>> sailed = new CopyOnWriteArrayList<>();
        final List<String> alone = new CopyOnWriteArrayList<>();
        final CountDownLatch open = new CountDownLatch(1);

        @Override
        public Object key(String request) {
            return request.split("/", -1)[0];
        }

        @Override
        public List<Outcome<String>> together(List<String> requests) {
            sailed.add(requests);
            if (requests.contains("hold")) {
                hold();
            }
            if (requests.contains("poison")) {
                throw new IllegalStateException("poison");
            }
            if (requests.contains("gone")) {
                throw new CannotCreateTransactionException("no database", new SQLException("gone", "08006"));
            }
            return requests.stream().map(Harbour::outcome).toList();
        }

        private static Outcome<String> outcome(String request) {
            return switch (request) {
                case "refuse" -> new Refused<>(new IllegalArgumentException("refused"));
                case "busy" -> new Alone<>();
                default -> new Answered<>("did " + request);
            };
        }

        @Override
        public String alone(String request) {
            alone.add(request);
            return "alone " + request;
        }

        private void hold() {
            try {
                open.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void close() {
        convoy.close();
    }

    @Test
    void a_request_without_company_goes_at_once() {
        assertThat(convoy.join("a")).isEqualTo("did a");
    }

    @Test
    void whoever_waits_while_a_transaction_runs_goes_with_the_next() {
        var answers = behindAHeldOne("a", "b", "c");
        assertThat(answers).containsExactly("did a", "did b", "did c");
        assertThat(harbour.sailed.get(1)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void the_second_word_of_a_host_goes_after_its_first() {
        behindAHeldOne("a/1", "a/2", "b/1");
        assertThat(harbour.sailed.get(1)).containsExactly("a/1", "b/1");
        assertThat(harbour.sailed.get(2)).containsExactly("a/2");
    }

    @Test
    void no_more_go_together_than_fit() {
        behindAHeldOne(IntStream.range(0, 25).mapToObj(i -> "r" + i).toArray(String[]::new));
        assertThat(harbour.sailed).allMatch(sailed -> sailed.size() <= 10);
    }

    @Test
    void one_that_spoils_the_transaction_does_not_harm_its_neighbours() {
        assertThat(behindAHeldOne("a", "poison", "b")).containsExactly("alone a", "alone poison", "alone b");
    }

    @Test
    void without_a_database_nobody_tries_alone() {
        assertThatThrownBy(() -> convoy.join("gone")).isInstanceOf(CannotCreateTransactionException.class);
        assertThat(harbour.alone).isEmpty();
    }

    @Test
    void a_refusal_is_for_the_one_it_concerns() {
        assertThatThrownBy(() -> convoy.join("refuse")).hasMessage("refused");
        assertThat(convoy.join("busy")).isEqualTo("alone busy");
    }

    @Test
    void where_too_many_wait_the_next_is_asked_to_come_back() {
        convoy = convoy(2, 10, Duration.ofSeconds(20));
        var held = later("hold");
        await().until(() -> harbour.sailed.size() == 1);
        var waiting = List.of(later("a"), later("b"));
        await().until(() -> convoy.waiting() == 2);
        assertThatThrownBy(() -> convoy.join("c"))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        refused -> assertThat(refused.retryAfter())
                                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10)));
        harbour.open.countDown();
        assertThat(held.join()).isEqualTo("did hold");
        assertThat(waiting).extracting(CompletableFuture::join).containsExactly("did a", "did b");
    }

    @Test
    void whoever_gave_up_waiting_is_not_taken_along() {
        convoy = convoy(10, 10, Duration.ofMillis(500));
        var held = later("hold");
        await().until(() -> harbour.sailed.size() == 1);
        assertThat(held).failsWithin(Duration.ofSeconds(20));
        assertThatThrownBy(() -> convoy.join("late")).isInstanceOf(Overloaded.class);
        harbour.open.countDown();
        await().until(() -> convoy.waiting() == 0);
        assertThat(convoy.join("next")).isEqualTo("did next");
        assertThat(harbour.sailed).noneMatch(sailed -> sailed.contains("late"));
    }

    private List<String> behindAHeldOne(String... requests) {
        var held = later("hold");
        await().until(() -> harbour.sailed.size() == 1);
        var waiting = new CopyOnWriteArrayList<CompletableFuture<String>>();
        for (var request : requests) {
            waiting.add(later(request));
            await().until(() -> convoy.waiting() == waiting.size());
        }
        harbour.open.countDown();
        assertThat(held.join()).isEqualTo("did hold");
        return waiting.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<String> later(String request) {
        return CompletableFuture.supplyAsync(() -> convoy.join(request), Executors.newVirtualThreadPerTaskExecutor());
    }

    private Convoy<String, String> convoy(int waiting, int together, Duration longest) {
        return new Convoy<>("test", new Limits(waiting, together, 1, longest), harbour);
    }
}

package dev.breakwater.rollout.engine.smallworld;

import dev.breakwater.rollout.engine.Cause;
import dev.breakwater.rollout.engine.Directive;
import dev.breakwater.rollout.engine.Event;
import dev.breakwater.rollout.engine.Event.Tick;
import dev.breakwater.rollout.engine.HostState;
import dev.breakwater.rollout.engine.Phase.PauseReason;
import dev.breakwater.rollout.engine.Phase.Scheduled;
import dev.breakwater.rollout.engine.Phase.Soaking;
import dev.breakwater.rollout.engine.WaveState;
import dev.breakwater.rollout.engine.smallworld.Outer.Other;
import dev.breakwater.rollout.engine.smallworld.World.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can happen next in a world, in any order. */
final class Moves {

    static final Cause SOMEONE = new Cause("someone", "");
    static final Instant LATER = World.NOON.plusSeconds(3600);

    static final List<Event> VERBS = List.of(
            new Event.Start(null, SOMEONE),
            new Event.Start(LATER, SOMEONE),
            new Event.Pause(PauseReason.MANUAL, SOMEONE),
            new Event.Resume(SOMEONE),
            new Event.Promote(SOMEONE),
            new Event.Approve(SOMEONE),
            new Event.Reject(SOMEONE),
            new Event.Halt(SOMEONE),
            new Event.RollBack(SOMEONE),
            new Event.Retry(SOMEONE),
            new Event.Cancel(SOMEONE),
            new Event.Supersede(SOMEONE));

    static final List<Event> FEW_VERBS = List.of(new Event.Start(null, SOMEONE), new Event.RollBack(SOMEONE));

    static final List<Event> VERBS_OF_PEOPLE = List.of(
            new Event.Start(null, SOMEONE),
            new Event.Resume(SOMEONE),
            new Event.Approve(new Cause(Outer.ALICE, "")),
            new Event.Approve(new Cause(Outer.BOB, "")),
            new Event.Approve(new Cause(Outer.AUTHOR, "")),
            new Event.Reject(SOMEONE),
            new Event.Retry(SOMEONE));

    static final List<Event> VERBS_BESIDE_SKIPS =
            List.of(new Event.Start(null, SOMEONE), new Event.RollBack(SOMEONE), new Event.Retry(SOMEONE));

    private final Shell shell;
    private final World world;
    private final List<Move> moves = new ArrayList<>();

    record Move(String what, World world) {}

    private Moves(Shell shell, World world) {
        this.shell = shell;
        this.world = world;
    }

    static List<Move> from(Shell shell, World world) {
        Moves all = new Moves(shell, world);
        all.decisions();
        for (int i = 0; i < world.hosts().size(); i++) {
            all.returning(i);
            all.claiming(i);
            all.living(i);
            all.talking(i);
            all.missing(i);
            all.skipping(i);
        }
        all.post();
        all.others();
        all.expiring();
        return all.moves;
    }

    /** What happens next if no machine and no person does anything more. */
    static Optional<World> alone(Shell shell, World world) {
        Moves time = new Moves(shell, world);
        for (int i = 0; i < world.hosts().size(); i++) {
            time.missing(i);
        }
        time.clock();
        time.others();
        return time.moves.stream()
                .map(Move::world)
                .filter(next -> !next.equals(world))
                .findFirst();
    }

    private void decisions() {
        clock();
        shell.verbs().forEach(verb -> decide(verb, World.NOON));
    }

    private void clock() {
        decide(new Tick(), World.NOON);
        if (world.phase() instanceof Soaking soaking) {
            decide(new Tick(), soaking.until());
        }
        if (world.phase() instanceof Scheduled scheduled) {
            decide(new Tick(), scheduled.notBefore());
        }
    }

    private void decide(Event event, Instant now) {
        shell.decide(world, event, now).forEach(next -> add(event.getClass().getSimpleName(), next));
    }

    /** Whom a wave found offline takes part again when it polls, but not while the wave soaks. */
    private void returning(int i) {
        Host host = world.hosts().get(i);
        boolean admitted =
                world.rowOf(i).directive() == Directive.OFFER && world.rowOf(i).state() != WaveState.SOAKING;
        if (host.deferred() && admitted) {
            add("return " + i, world.with(i, host.deferred(false)));
        }
    }

    /** Under the global stop nobody is granted a claim: such a world is one in which this move is not made. */
    private void claiming(int i) {
        Host host = world.hosts().get(i);
        if (!host.deferred() && !host.runsNew() && !host.granted() && shell.grants(world, i)) {
            Host granted = host.standing(HostState.CLAIMED, true);
            add("claim " + i, world.with(i, granted.granted(true)));
            add("claim, answer lost " + i, world.with(i, granted));
        }
    }

    /** Whoever was granted its claim may switch, however late, or forget. Whoever has switched may always go back. */
    private void living(int i) {
        Host host = world.hosts().get(i);
        if (host.granted()) {
            add("switch " + i, world.with(i, host.running(true)));
            add("forget " + i, world.with(i, host.granted(false)));
        }
        if (host.runsNew()) {
            add("go back " + i, world.with(i, host.running(false)));
        }
    }

    /** A report reaches the server at once, or is under way from here on. */
    private void talking(int i) {
        Host host = world.hosts().get(i);
        boolean back = world.rowOf(i).directive() == Directive.ROLLBACK;
        boolean addressed = back ? host.touched() : world.rowOf(i).directive() == Directive.OFFER && !host.deferred();
        if (addressed) {
            for (Letter letter : Letter.from(host, back)) {
                add(i + " says " + letter, shell.deliver(world, i, letter));
                if (shell.posts() && letter.tells()) {
                    add(i + " writes " + letter, world.posting(new Post(i, letter)));
                }
            }
        }
    }

    /** It stays in the post: it may arrive again, or never. */
    private void post() {
        Post post = world.post();
        if (post.host() >= 0) {
            add(post.letter() + " of " + post.host() + " arrives", shell.deliver(world, post.host(), post.letter()));
        }
    }

    private void missing(int i) {
        if (world.canMiss(i)) {
            Host host = world.hosts().get(i);
            boolean back = world.standing(i) == HostState.ROLLING_BACK;
            Host missed = back ? host.owing(true) : host.standing(HostState.SILENT, host.touched());
            add("deadline of " + i, world.with(i, missed));
        }
    }

    private void skipping(int i) {
        if (shell.skips()) {
            decide(new Event.SkipHost(Shell.id(i), world.standing(i), SOMEONE), World.NOON);
        }
    }

    private void others() {
        if (world.outer().other() == Other.ROLLING) {
            add("the other completes", world.amid(world.outer().having(Other.COMPLETED)));
            add("the other is cancelled", world.amid(world.outer().having(Other.CANCELLED)));
        }
    }

    private void expiring() {
        if (world.outer().alice()) {
            add("alice's word expires", world.amid(world.outer().approvedBy(Outer.ALICE, false)));
        }
        if (world.outer().bob()) {
            add("bob's word expires", world.amid(world.outer().approvedBy(Outer.BOB, false)));
        }
    }

    private void add(String what, World next) {
        moves.add(new Move(what, next.canonical()));
    }
}

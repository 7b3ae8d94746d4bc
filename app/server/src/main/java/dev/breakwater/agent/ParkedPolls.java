package dev.breakwater.agent;

import dev.breakwater.host.HostId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Polls held open until there is news: at most one per host, at most {@code breakwater.agent.parked-polls} in all, and no thread for
 * any of them. When the server stops they are answered before it closes its door.
 */
@Component
class ParkedPolls implements SmartLifecycle {
    private final ConcurrentHashMap<HostId, ParkedPoll> parked = new ConcurrentHashMap<>();
    private final int most;
    private volatile boolean open;

    ParkedPolls(AgentProperties properties) {
        this.most = properties.parkedPolls();
    }

    /**
     * Parks the poll before the caller looks at the desired state, so that a change between the two is not missed. Where there is no
     * room it is not parked and stays the caller's to answer.
     */
    ParkedPoll park(HostId host, PollHeaders headers, Duration wait) {
        var poll = new ParkedPoll(host, headers, wait);
        if (wait.isZero() || !open || parked.size() >= most) {
            return poll;
        }
        poll.answer().onCompletion(() -> forget(poll));
        var older = parked.put(host, poll);
        if (older != null) {
            older.dismiss();
        }
        return poll;
    }

    /** Leaves the poll waiting if it is parked; else there is nothing new to say. */
    DeferredResult<ResponseEntity<DesiredState>> leave(ParkedPoll poll) {
        if (parked.get(poll.host()) != poll) {
            poll.dismiss();
        }
        return poll.answer();
    }

    void forget(ParkedPoll poll) {
        parked.remove(poll.host(), poll);
    }

    List<ParkedPoll> waiting() {
        return List.copyOf(parked.values());
    }

    int count() {
        return parked.size();
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        waiting().forEach(ParkedPoll::dismiss);
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}

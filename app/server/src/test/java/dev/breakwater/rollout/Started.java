package dev.breakwater.rollout;

import org.springframework.stereotype.Component;

/** A rollout of one host for tests of other packages: started, under one gate. */
@Component
public class Started {
    private final Scene.Stage stage;

    Started(Scene.Stage stage) {
        this.stage = stage;
    }

    public Running with(int port, String gate) {
        var scene = new Scene(stage, port).with(1);
        var id = scene.start(scene.request(
                scene.generation(), "", Scene.wave("all", "rest", ",\"gates\":[\"%s\"]".formatted(gate))));
        return new Running(scene, id);
    }

    public record Running(Scene scene, String id) {
        public String phase() {
            return scene.phase(id);
        }

        public String waitingFor() {
            return scene.get(id).get("waitingFor").asString();
        }

        public void say(String verb) {
            Scene.require(scene.say(id, verb), 200);
        }

        public void await(String phase) {
            scene.await(id, phase);
        }

        public void playUntil(String phase) {
            scene.playUntil(id, phase);
        }
    }
}

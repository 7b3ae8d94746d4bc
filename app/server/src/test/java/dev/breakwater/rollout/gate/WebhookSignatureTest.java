package dev.breakwater.rollout.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example of the Standard Webhooks specification's own libraries. */
    @Test
    void a_signature_is_the_one_of_the_specification() {
        var signature = WebhookSignature.sign(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}");
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_key_has_its_prefix_and_enough_bytes() {
        assertThat(WebhookSignature.isKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isTrue();
        assertThat(WebhookSignature.isKey("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
        assertThat(WebhookSignature.isKey("whsec_MfKQ9r8G")).isFalse();
        assertThat(WebhookSignature.isKey("whsec_not base64")).isFalse();
    }
}

package dev.breakwater.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ApiTokens extends Repository<ApiToken, UUID> {
    ApiToken saveAndFlush(ApiToken token);

    void delete(ApiToken token);

    Optional<ApiToken> findById(UUID id);

    List<ApiToken> findByIdGreaterThanOrderById(UUID after, Limit limit);
}

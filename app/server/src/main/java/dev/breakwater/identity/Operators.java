package dev.breakwater.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface Operators extends Repository<Operator, UUID> {
    Operator saveAndFlush(Operator operator);

    void delete(Operator operator);

    Optional<Operator> findById(UUID id);

    Optional<Operator> findByName(String name);

    List<Operator> findByNameGreaterThanOrderByName(String after, Limit limit);

    long countByRole(Role role);
}

package dev.breakwater.identity;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Operators extends Repository<Operator, UUID> {
    Operator saveAndFlush(Operator operator);

    void delete(Operator operator);

    Optional<Operator> findById(UUID id);

    Optional<Operator> findByName(String name);

    List<Operator> findByNameGreaterThanOrderByName(String after, Limit limit);

    /** Holds them, so that no two deeds each leave the other's admin as the last. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Operator> findByRoleOrderById(Role role);
}

package dev.breakwater.rollout.gate;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface GateRepository extends JpaRepository<Gate, UUID> {
    List<Gate> findByNameGreaterThanOrderByName(String after, Limit limit);

    boolean existsByNameAndIdNot(String name, UUID self);
}

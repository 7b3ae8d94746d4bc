package dev.breakwater.generation;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface GenerationRepository extends JpaRepository<RegisteredGeneration, UUID> {
    /** Newest first: ids are in order of creation. */
    List<RegisteredGeneration> findByIdLessThanOrderByIdDesc(UUID before, Limit limit);
}

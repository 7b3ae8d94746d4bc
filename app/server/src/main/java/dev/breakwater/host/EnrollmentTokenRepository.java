package dev.breakwater.host;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface EnrollmentTokenRepository extends JpaRepository<EnrollmentToken, UUID> {
    /** Ids are in order of creation. */
    List<EnrollmentToken> findByIdLessThanAndRevokedAtIsNullOrderByIdDesc(UUID before, Limit limit);
}

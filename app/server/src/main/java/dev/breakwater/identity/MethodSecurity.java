package dev.breakwater.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Makes {@link MayOperate} and its siblings count. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class MethodSecurity {}

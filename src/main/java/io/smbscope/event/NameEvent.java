package io.smbscope.event;

import io.smbscope.base.Stamp;
import java.util.List;

/**
 * A name-service exchange on UDP 137; written when its answer comes or can no longer come. RFC 1002
 * 4.2
 *
 * @param operation {@code query}, {@code status} (NBSTAT), {@code registration}, {@code release},
 *     {@code refresh}, {@code wack}, {@code multihomed-registration}
 * @param broadcast sent with the B flag
 * @param name asked for, with its suffix in hexadecimal in {@code suffix}
 * @param suffixMeaning such as {@code file server}, or null
 * @param result {@code positive}, {@code no-answer}, or the RCODE's name, such as {@code
 *     name-error}; {@code unasked} for an answer without request
 * @param group the answer names a group
 * @param addresses in the answer, or in the registration
 * @param names of an NBSTAT answer, as {@code FILESRV<20>}, groups with a trailing {@code (group)}
 * @param unitId MAC address of an NBSTAT answer, or null
 * @param responseNanos time from request to answer, or null
 */
public record NameEvent(
    Stamp at,
    Stamp start,
    Endpoint client,
    Endpoint server,
    int transactionId,
    String operation,
    boolean broadcast,
    String name,
    int suffix,
    String suffixMeaning,
    String scope,
    String result,
    boolean group,
    List<String> addresses,
    List<String> names,
    String unitId,
    Long ttl,
    Long responseNanos)
    implements Event {}

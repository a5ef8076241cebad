// The headers that keep a page from being framed, sniffed, cached or made to load what is not ours.
// Sources: W3C Content Security Policy Level 3; RFC 6797 (HSTS); WHATWG Fetch (nosniff, CORP), HTML (COOP).
#pragma once
#include "adapters/http/message.h"

namespace varsel::adapters::http {

enum class Caching {
  never,      // whatever depends on who asks: no-store
  revalidate  // static files: kept, but asked about before use
};

// Sets what is not set already. Strict-Transport-Security only on a secure request: over plain HTTP it means nothing,
// and on a developer's localhost it would lock the browser out.
void add_security_headers(const Request& request, Response& response, Caching caching = Caching::never);

}  // namespace varsel::adapters::http

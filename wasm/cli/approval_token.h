// Signed approvals: what an approver said about a text, as a JSON Web Signature in compact form (RFC 7515) with the
// algorithm EdDSA over Ed25519 (RFC 8037). The extension writes and reads the same (extension/src/approval/token.ts).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace botschaft::cli {

// A key pair; both 32 bytes in base64url. The private half is the seed of RFC 8032.
struct SigningKey {
  std::string person;  // id in the pack
  std::string public_key;
  std::string private_key;
};

struct ApprovalClaims {
  std::string by;         // id of a person of the packs
  std::string text_hash;  // SHA-256 of the approved form, in base64url
  std::string network;
  std::string decision;  // approved, changes, refused
  std::string note;
  std::string pack;          // id, and
  std::string pack_version;  // version of the guideline that the approver went by
  int64_t issued = 0;        // seconds since 1970, as the next two
  int64_t from = 0;
  int64_t until = 0;
};

// Of the approved form of a text (check/duties.h), in base64url.
[[nodiscard]] std::string text_hash(std::string_view text);

[[nodiscard]] SigningKey make_key(const std::string& person);
// As a JSON Web Key (RFC 8037) with "kid", for a file that only its owner can read.
[[nodiscard]] std::string to_jwk(const SigningKey& key);
[[nodiscard]] Result<SigningKey> from_jwk(std::string_view json);

[[nodiscard]] std::string sign(const ApprovalClaims& claims, const SigningKey& key);
// What a token says, without any look at its signature; it may stand anywhere in a longer message.
[[nodiscard]] Result<ApprovalClaims> read_token(std::string_view message);
// Whether it was signed with the private half of this key.
[[nodiscard]] bool is_signed_by(std::string_view message, std::string_view public_key);

}  // namespace botschaft::cli

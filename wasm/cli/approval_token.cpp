#include "approval_token.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <memory>
#include <vector>

#include "check/duties.h"
#include "json.h"

namespace botschaft::cli {
namespace {

constexpr size_t kKeyBytes = 32;
constexpr size_t kSignatureBytes = 64;
// A note is at most this long, in bytes.
constexpr size_t kMaxNote = 2000;

// RFC 7515, 2: base64 with - and _, without padding.
std::string to_base64url(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<size_t>(size));
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

bool is_base64url(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::optional<std::string> from_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string padded(text);
  for (char& c : padded) {
    if (!is_base64url(c)) return std::nullopt;
    c = c == '-' ? '+' : c == '_' ? '/' : c;
  }
  const size_t padding = (4 - padded.size() % 4) % 4;
  padded.append(padding, '=');
  std::string out(padded.size() / 4 * 3, '\0');
  const int size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(padded.data()), static_cast<int>(padded.size()));
  if (size < 0) return std::nullopt;
  out.resize(static_cast<size_t>(size) - padding);
  return out;
}

using KeyPointer = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using ContextPointer = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Header, payload and signature, as they stand in a message.
struct Parts {
  std::string_view signed_part;  // header.payload
  std::string_view header;
  std::string_view payload;
  std::string_view signature;
};

// A JWS begins with "eyJ", which is {" in base64url; the first with two dots in it is meant.
std::optional<Parts> find_parts(std::string_view message) {
  for (size_t at = message.find("eyJ"); at != std::string_view::npos; at = message.find("eyJ", at + 1)) {
    std::array<size_t, 3> ends{};
    size_t end = at;
    size_t part = 0;
    for (; part < 3; ++part) {
      while (end < message.size() && is_base64url(message[end])) ++end;
      ends[part] = end;
      if (part == 2 || end >= message.size() || message[end] != '.') break;
      ++end;
    }
    if (part < 2 && !(part == 1 && ends[1] == message.size())) continue;
    Parts parts;
    parts.header = message.substr(at, ends[0] - at);
    parts.payload = message.substr(ends[0] + 1, ends[1] - ends[0] - 1);
    parts.signed_part = message.substr(at, ends[1] - at);
    if (part == 2) parts.signature = message.substr(ends[1] + 1, ends[2] - ends[1] - 1);
    return parts;
  }
  return std::nullopt;
}

Problem truncated() {
  return {"token-truncated",
          "",
          "",
          {"Das ist keine vollständige Freigabe.", "This is no complete approval."},
          {"Den ganzen Text der Freigabe einfügen; sie beginnt mit eyJ und hat zwei Punkte.",
           "Paste the whole approval; it begins with eyJ and has two full stops."}};
}

Problem unreadable() {
  return {"token-unreadable",
          "",
          "",
          {"Diese Freigabe lässt sich nicht lesen.", "This approval cannot be read."},
          {"Um eine neue bitten.", "Ask for a new one."}};
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

int64_t seconds_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<int64_t>() : -1;
}

}  // namespace

std::string text_hash(std::string_view text) {
  const std::string form = check::approved_form(text);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(form.data(), form.size(), digest.data(), &size, EVP_sha256(), nullptr);
  return to_base64url({reinterpret_cast<const char*>(digest.data()), size});
}

SigningKey make_key(const std::string& person) {
  const KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
  std::array<unsigned char, kKeyBytes> raw{};
  size_t size = raw.size();
  SigningKey made{person, "", ""};
  if (!key) return made;
  if (EVP_PKEY_get_raw_public_key(key.get(), raw.data(), &size) == 1)
    made.public_key = to_base64url({reinterpret_cast<const char*>(raw.data()), size});
  size = raw.size();
  if (EVP_PKEY_get_raw_private_key(key.get(), raw.data(), &size) == 1)
    made.private_key = to_base64url({reinterpret_cast<const char*>(raw.data()), size});
  return made;
}

std::string to_jwk(const SigningKey& key) {
  return Json{{"kty", "OKP"}, {"crv", "Ed25519"}, {"kid", key.person}, {"x", key.public_key}, {"d", key.private_key}}
      .dump(2);
}

Result<SigningKey> from_jwk(std::string_view json) {
  const Json jwk = Json::parse(json, nullptr, false);
  const bool fits = jwk.is_object() && text_of(jwk, "kty") == "OKP" && text_of(jwk, "crv") == "Ed25519";
  SigningKey key;
  if (fits) key = {text_of(jwk, "kid"), text_of(jwk, "x"), text_of(jwk, "d")};
  const auto seed = from_base64url(key.private_key);
  if (!seed || seed->size() != kKeyBytes) {
    return Problem{"bad-key-file",
                   "",
                   "",
                   {"Das ist kein privater Ed25519-Schlüssel.", "This is no Ed25519 private key."},
                   {"Die Datei nehmen, die „botschaft approve --new-key“ geschrieben hat.",
                    "Use the file that “botschaft approve --new-key” wrote."}};
  }
  return key;
}

std::string sign(const ApprovalClaims& claims, const SigningKey& key) {
  const Json header{{"alg", "EdDSA"}, {"typ", "botschaft-approval"}};
  Json payload{{"iss", claims.by},           {"iat", claims.issued},         {"nbf", claims.from},
               {"exp", claims.until},        {"textHash", claims.text_hash}, {"network", claims.network},
               {"decision", claims.decision}};
  if (!claims.note.empty()) payload["note"] = claims.note;
  if (!claims.pack.empty()) payload["pack"] = claims.pack;
  if (!claims.pack_version.empty()) payload["packVersion"] = claims.pack_version;
  std::string token = to_base64url(header.dump()) + "." + to_base64url(payload.dump());
  const std::string seed = from_base64url(key.private_key).value_or("");
  const KeyPointer secret(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), seed.size()),
                          EVP_PKEY_free);
  const ContextPointer context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::array<unsigned char, kSignatureBytes> signature{};
  size_t size = signature.size();
  if (!secret || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, secret.get()) != 1 ||
      EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(token), token.size()) != 1)
    return "";
  return token + "." + to_base64url({reinterpret_cast<const char*>(signature.data()), size});
}

Result<ApprovalClaims> read_token(std::string_view message) {
  const auto parts = find_parts(message);
  if (!parts) return truncated();
  const auto signature = from_base64url(parts->signature);
  if (!signature || signature->size() != kSignatureBytes) return truncated();
  const Json header = Json::parse(from_base64url(parts->header).value_or(""), nullptr, false);
  const Json payload = Json::parse(from_base64url(parts->payload).value_or(""), nullptr, false);
  if (!header.is_object() || !payload.is_object()) return unreadable();
  // Whoever signs does not choose how it is verified (RFC 8725, 3.1).
  if (text_of(header, "alg") != "EdDSA" || text_of(header, "typ") != "botschaft-approval") return unreadable();
  ApprovalClaims claims{text_of(payload, "iss"),
                        text_of(payload, "textHash"),
                        text_of(payload, "network"),
                        text_of(payload, "decision"),
                        text_of(payload, "note").substr(0, kMaxNote),
                        text_of(payload, "pack"),
                        text_of(payload, "packVersion"),
                        seconds_of(payload, "iat"),
                        seconds_of(payload, "nbf"),
                        seconds_of(payload, "exp")};
  if (claims.by.empty() || claims.text_hash.empty() || claims.issued < 0 || claims.from < 0 || claims.until < 0)
    return unreadable();
  return claims;
}

bool is_signed_by(std::string_view message, std::string_view public_key) {
  const auto parts = find_parts(message);
  const auto raw = from_base64url(public_key);
  if (!parts || !raw || raw->size() != kKeyBytes) return false;
  const auto signature = from_base64url(parts->signature);
  if (!signature || signature->size() != kSignatureBytes) return false;
  const KeyPointer key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(*raw), raw->size()),
                       EVP_PKEY_free);
  const ContextPointer context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(*signature), signature->size(), bytes_of(parts->signed_part),
                          parts->signed_part.size()) == 1;
}

}  // namespace botschaft::cli

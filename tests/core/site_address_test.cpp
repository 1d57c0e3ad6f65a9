// Addresses: the examples of RFC 3986, 5.4, all of them, and what pages do beside the book.
#include "catch.h"
#include "exact_buffer.h"
#include "site/address.h"

namespace botschaft::site {
namespace {

TEST_CASE("relative addresses are completed as RFC 3986 shows") {
  constexpr std::string_view kBase = "http://a/b/c/d;p?q";
  const std::pair<std::string_view, std::string_view> examples[] = {
      // 5.4.1
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      // 5.4.2
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http:g"},
  };
  for (const auto& [reference, whole] : examples) {
    INFO(reference);
    const test::ExactBuffer exact(reference);
    CHECK(resolve(kBase, exact.view()) == whole);
  }
}

TEST_CASE("addresses as pages write them") {
  CHECK(resolve("https://h.example", "img/a.png") == "https://h.example/img/a.png");
  CHECK(resolve("https://h.example/x/", " a b\n.png ") == "https://h.example/x/a%20b.png");
  CHECK(resolve("https://h.example/x", "HTTPS://Other.example/Y") == "https://Other.example/Y");
  CHECK(resolve("https://h.example/x", "mailto:a@b") == "mailto:a@b");
}

TEST_CASE("the host is told without user, port and capitals") {
  CHECK(host_of("https://USER:pw@Www.Example.COM:8443/x") == "www.example.com");
  CHECK(host_of("http://[::1]:80/") == "[::1]");
  CHECK(host_of("/only/a/path").empty());
  CHECK(is_within("a.example.com", "example.com"));
  CHECK(is_within("example.com", "example.com"));
  CHECK_FALSE(is_within("badexample.com", "example.com"));
  CHECK(is_web_address("https://a.example"));
  CHECK_FALSE(is_web_address("https:///x"));
  CHECK_FALSE(is_web_address("//a.example/x"));
  CHECK_FALSE(is_web_address("ftp://a.example/x"));
}

TEST_CASE("two forms of one address are the same, two addresses are not") {
  CHECK(comparable("HTTPS://A.example:443") == comparable("https://a.example/#top"));
  CHECK(comparable("http://a.example:80/x") == comparable("http://a.example/x"));
  CHECK(comparable("http://a.example/x") != comparable("https://a.example/x"));
  CHECK(comparable("https://a.example/x") != comparable("https://a.example/x/"));
  CHECK(comparable("https://a.example/x") != comparable("https://a.example/x?y"));
}

}  // namespace
}  // namespace botschaft::site

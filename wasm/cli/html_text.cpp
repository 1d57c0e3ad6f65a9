#include "html_text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/utf8.h"
#include "site/words.h"

namespace botschaft::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

// What an encoding's label stands for (WHATWG Encoding, 4.2): the web has more names than iconv, and for some others.
std::string encoding_of_label(std::string_view label) {
  const std::string name = site::lower(site::trimmed(label));
  for (const std::string_view western : {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "l1", "us-ascii", "ascii",
                                         "cp1252", "x-cp1252", "windows-1252"}) {
    if (name == western) return "windows-1252";
  }
  // A page whose <meta> could be read is in none of these, whatever it says.
  if (name == "utf8" || name.rfind("utf-16", 0) == 0 || name.rfind("utf-32", 0) == 0) return "utf-8";
  if (name == "iso-8859-9" || name == "latin5") return "windows-1254";
  if (name == "gb2312" || name == "gbk") return "gb18030";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "cp949";
  if (name == "shift_jis" || name == "sjis" || name == "x-sjis") return "cp932";
  return name;
}

// The label in <meta charset> or <meta content="…; charset=…">; empty where there is none.
std::string label_in_meta(std::string_view bytes) {
  const std::string head = site::lower(bytes.substr(0, 1024));
  for (size_t at = 0; (at = head.find("<meta", at)) != std::string::npos; ++at) {
    const size_t end = std::min(head.find('>', at), head.size());
    const std::string_view tag = std::string_view(head).substr(at, end - at);
    size_t value = tag.find("charset");
    if (value == std::string_view::npos) continue;
    value += 7;
    while (value < tag.size() && is_blank(tag[value])) ++value;
    if (value >= tag.size() || tag[value] != '=') continue;
    ++value;
    while (value < tag.size() && (is_blank(tag[value]) || tag[value] == '"' || tag[value] == '\'')) ++value;
    const size_t stop = std::min(tag.find_first_of("\"'; \t\r\n/", value), tag.size());
    if (stop > value) return std::string(tag.substr(value, stop - value));
  }
  return "";
}

struct CloseConverter {
  iconv_t converter;
  ~CloseConverter() { iconv_close(converter); }
};

// False where the system knows no such encoding.
bool convert(std::string_view bytes, const std::string& encoding, std::string& out) {
  const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  const CloseConverter close{converter};
  std::string input(bytes);
  char* from = input.data();
  size_t left = input.size();
  std::array<char, 1 << 16> chunk;
  while (left > 0) {
    char* to = chunk.data();
    size_t room = chunk.size();
    const size_t done = iconv(converter, &from, &left, &to, &room);
    const int why = errno;
    out.append(chunk.data(), chunk.size() - room);
    if (done != static_cast<size_t>(-1) || why == E2BIG) continue;
    out += kReplacement;
    ++from;
    --left;
  }
  return true;
}

// Elements without content, and elements whose end tag is usually left out and implied.
bool opens_nothing(std::string_view name) {
  constexpr std::string_view kNames[] = {"area",   "base",     "br",    "col",    "embed", "hr",    "img",   "input",
                                         "link",   "meta",     "param", "source", "track", "wbr",   "p",     "li",
                                         "dt",     "dd",       "tr",    "td",     "th",    "thead", "tbody", "tfoot",
                                         "option", "optgroup", "html",  "head",   "body"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

bool has_raw_text(std::string_view name) {
  return name == "script" || name == "style" || name == "title" || name == "textarea";
}

constexpr size_t kMaxDepth = 512;  // as browsers have it
constexpr size_t kMaxAttributes = 2000;

// A tag that begins at `at` with "<" and a letter.
struct Tag {
  std::string name;
  size_t end = 0;  // behind it
  bool excessive = false;
};

Tag read_tag(std::string_view html, size_t at) {
  Tag tag;
  size_t i = at + 1;
  while (i < html.size() && !is_blank(html[i]) && html[i] != '>' && html[i] != '/') ++i;
  tag.name = site::lower(html.substr(at + 1, std::min(i - at - 1, size_t{20})));
  size_t attributes = 0;
  for (bool between = true; i < html.size() && html[i] != '>'; ++i) {
    const char c = html[i];
    if (is_blank(c) || c == '/') {
      between = true;
      continue;
    }
    if ((c == '"' || c == '\'') && i > at && html[i - 1] == '=') {
      i = std::min(html.find(c, i + 1), html.size() - 1);
      between = true;
      continue;
    }
    if (between && ++attributes > kMaxAttributes) {
      tag.excessive = true;
      break;
    }
    between = false;
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

}  // namespace

HtmlText decode_html(std::string_view bytes) {
  HtmlText out;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    out.text = repair(bytes.substr(3));
    out.encoding = "utf-8";
    return out;
  }
  std::string encoding;
  if (bytes.starts_with("\xFE\xFF")) {
    encoding = "utf-16be";
    bytes.remove_prefix(2);
  } else if (bytes.starts_with("\xFF\xFE")) {
    encoding = "utf-16le";
    bytes.remove_prefix(2);
  } else {
    encoding = encoding_of_label(label_in_meta(bytes));
  }
  out.encoding = encoding;
  if (!encoding.empty() && encoding != "utf-8" && convert(bytes, encoding, out.text)) return out;
  // A label that nobody knows counts as none.
  out.guessed = encoding != "utf-8";
  if (encoding == "utf-8" || is_well_formed(bytes)) {
    out.encoding = "utf-8";
    out.text = repair(bytes);
    return out;
  }
  out.encoding = "windows-1252";
  if (!convert(bytes, out.encoding, out.text)) out.text = repair(bytes);
  return out;
}

size_t parseable_bytes(std::string_view html, size_t most) {
  most = std::min(html.size(), most);
  while (most < html.size() && most > 0 && (static_cast<unsigned char>(html[most]) & 0xC0) == 0x80) --most;
  html = html.substr(0, most);
  size_t depth = 0;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    if (html.substr(at, 4) == "<!--") {
      const size_t end = html.find("-->", at + 4);
      if (end == std::string_view::npos) break;
      at = end;
      continue;
    }
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next == '/') {
      const Tag tag = read_tag(html, at + 1);
      if (tag.excessive) return at;
      if (depth > 0 && !opens_nothing(tag.name)) --depth;
      at = tag.end;
      continue;
    }
    if (!((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))) {
      ++at;
      continue;
    }
    const Tag tag = read_tag(html, at);
    if (tag.excessive) return at;
    if (has_raw_text(tag.name)) {
      at = html.find('<', tag.end);
      while (at != std::string_view::npos && site::lower(html.substr(at + 1, tag.name.size() + 1)) != "/" + tag.name)
        at = html.find('<', at + 1);
      if (at == std::string_view::npos) break;
      at += 2;
      continue;
    }
    if (!opens_nothing(tag.name) && ++depth > kMaxDepth) return at;
    at = tag.end;
  }
  return most;
}

}  // namespace botschaft::cli

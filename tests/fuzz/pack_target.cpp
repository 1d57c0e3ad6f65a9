// The pack reader: any bytes as a pack, loaded and validated. A pack that loads is then asked about a draft.
#include "fuzz.h"

using namespace botschaft;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string packs = std::string(R"(,"packs":[)").append(fuzz::as_text(data, size)) + "]}";
  wire::Session session;
  const wire::Reply german = session.ask(R"({"op":"validate","uiLang":"de")" + packs);
  fuzz::expect_answer(german);
  const wire::Reply loaded = session.call(R"({"op":"loadPacks")" + packs);
  fuzz::expect_answer(loaded);
  fuzz::expect(german.ok == loaded.ok, "validating and loading agree");
  if (!loaded.ok) return 0;
  constexpr std::string_view kDraft =
      R"({"op":"check","now":"2026-11-24T08:30Z","text":"Unser Team bei Nordwind ist GARANTIERT stolz! )"
      R"(100 % safe, wir wir: https://bit.ly/x?a=1 #werbung @anna mail@firma.de +49 170 1234567 🎉"})";
  fuzz::expect(fuzz::expect_answer(session.call(kDraft), 140)["ok"] == true, "a loaded pack answers");
  return 0;
}

// The reader of libraries: any bytes as a library, and suggestions from what was taken in.
#include "fuzz.h"

using namespace botschaft;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  wire::Session session;
  const wire::Reply loaded =
      session.call(std::string(R"({"op":"loadLibrary","library":)").append(fuzz::as_text(data, size)) + "}");
  fuzz::expect_answer(loaded);
  const fuzz::Json suggested = fuzz::expect_answer(session.call(
      R"({"op":"suggest","text":"Der Speicher läuft.","now":"2026-11-24T08:30Z","department":"it","topics":["water"]})"));
  fuzz::expect(suggested["ok"] == true, "a library that is loaded, or none, gives suggestions");
  if (!loaded.ok) return 0;
  for (const fuzz::Json& item : suggested["items"]) {
    const fuzz::Json intent{{"op", "intent"}, {"network", "x"}, {"item", item["item"]}, {"text", "Neu: "}};
    fuzz::expect_answer(session.call(intent.dump()));
  }
  return 0;
}

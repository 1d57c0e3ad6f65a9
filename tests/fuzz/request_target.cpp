// The request reader: any bytes as a request to a session that has the starter pack and the demo company's library.
#include "fuzz.h"

using namespace botschaft;

namespace {

const wire::Session& loaded_session() {
  static const wire::Session session = [] {
    wire::Session loading;
    const wire::Reply packs = loading.call(R"({"op":"loadPacks","examplesPassed":true,"packs":[)" +
                                           fuzz::project_file("shared/packs/starter.json") + "]}");
    const wire::Reply library =
        loading.call(R"({"op":"loadLibrary","library":)" + fuzz::project_file("shared/packs/demo/library.json") + "}");
    fuzz::expect(packs.ok && library.ok, "the project's own pack and library load");
    return loading;
  }();
  return session;
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view request = fuzz::as_text(data, size);
  // As many UTF-16 units as the text can have at most: every byte one.
  const wire::Reply reply = loaded_session().ask(request);
  fuzz::expect_answer(reply, size);
  fuzz::expect(loaded_session().ask(request).json == reply.json, "the same request gets the same answer");
  return 0;
}

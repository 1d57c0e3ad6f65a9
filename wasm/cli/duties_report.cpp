#include "duties_report.h"

namespace botschaft::cli {
namespace {

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string names_of(const Json& people) {
  std::string names;
  for (const Json& person : people) {
    names.append(names.empty() ? "" : ", ").append(text_of(person, "name"));
    if (const std::string email = text_of(person, "email"); !email.empty())
      names.append(" <").append(email).append(">");
  }
  return names;
}

std::string role_line(const Json& role, bool german) {
  const std::string name = text_of(role, "name");
  const std::string because = text_of(role, "because");
  const std::string otherwise = text_of(role, "otherwise");
  std::string line = german ? "Rolle „" + name + "“: " : "Role “" + name + "”: ";
  if (because == "network")
    line += german ? "nicht auf diesem Netzwerk." : "not on this network.";
  else if (because == "topic")
    line += (german ? "nicht zum Thema " : "not on the topic ") + text_of(role["topic"], "name") + ".";
  else if (text_of(role, "act") == "author")
    line += german ? "schreibt keine eigenen Beiträge." : "writes no posts of its own.";
  else
    line += german ? "tut das nicht." : "does not do this.";
  if (otherwise == "approval") return line + (german ? " Mit Freigabe geht es.\n" : " With approval it may.\n");
  if (otherwise == "expert")
    return line + (german ? " Das übernehmen die Zuständigen.\n" : " Those who answer for it do.\n");
  return line + (german ? " Freigegebene Inhalte darf sie teilen.\n" : " It shares approved content.\n");
}

std::string approval_line(const Json& approval, bool german) {
  const std::string state = text_of(approval, "state");
  std::string line;
  if (state == "given")
    line = german ? "Freigegeben: " : "Approved: ";
  else if (state == "unsure")
    line = german ? "Freigabe nötig, wenn jemand zu erkennen ist: " : "Approval needed if somebody can be recognised: ";
  else
    line = german ? "Freigabe nötig: " : "Approval needed: ";
  return line + text_of(approval, "title") + " (" + names_of(approval["by"]) + ")\n";
}

}  // namespace

std::string duties_report(const Json& duties, bool german) {
  std::string out;
  if (const auto role = duties.find("role"); role != duties.end() && (*role)["may"] == false)
    out += role_line(*role, german);
  if (const auto approvals = duties.find("approvals"); approvals != duties.end()) {
    for (const Json& approval : *approvals) out += approval_line(approval, german);
  }
  if (const auto contacts = duties.find("contacts"); contacts != duties.end()) {
    for (const Json& contact : *contacts) {
      std::string topics;
      for (const Json& topic : contact["topics"]) topics += (topics.empty() ? "" : ", ") + text_of(topic, "name");
      out.append(german ? "Zuständig für " : "Answers for ").append(topics).append(": ");
      out.append(names_of(contact["people"]));
      if (const auto deputy = contact.find("deputy"); deputy != contact.end())
        out.append(german ? ", Vertretung: " : ", deputy: ").append(names_of(Json::array({*deputy})));
      out += '\n';
    }
  }
  return out;
}

}  // namespace botschaft::cli

#include "evidence/source.h"

#include "core/sha256.h"
#include "format/yaml.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

const std::string quote = "輸出枠は 30,258 トン";

std::string sources(const std::string& hash = sha256_hex(quote)) {
  return "schema: 1\nsources:\n  - id: moc\n    title: {ja: 枠, en: Quota}\n    publisher: MOFCOM\n    published: "
         "2010-07\n    "
         "address: https://example.org/q\n    language: ja\n    status: cited\n    spans:\n      - {id: s1, quote: \"" +
         quote + "\", sha256: " + hash + "}\n";
}
std::string claims(const std::string& span = "moc#s1", const std::string& extra = "") {
  return "schema: 1\nclaims:\n  - id: quota\n    text: {ja: 枠は30258トン, en: The quota is 30258 t}\n    spans: [\"" +
         span +
         "\"]\n    published: 2010-07-08\n    reliability: B\n    credibility: 2\n    grade: primary\n    figure: "
         "{value: 30258, unit: t, "
         "period: 2010}\n" +
         extra;
}
Result<Evidence> read(const std::string& source_text, const std::string& claim_text) {
  const auto s = format::read_yaml("sources.yaml", source_text), c = format::read_yaml("claims.yaml", claim_text);
  return read_evidence(&*s, &*c);
}
std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const Diagnostic& d : diagnostics) list.push_back(d.code);
  return list;
}

TEST(Evidence, AClaimLeadsToItsQuotedSentence) {
  const auto evidence = read(sources(), claims());
  ASSERT_TRUE(evidence.ok());
  const Claim& claim = evidence->claims.at("quota");
  EXPECT_EQ(evidence->find_span(claim.spans[0])->quote, quote);
  EXPECT_EQ(claim.figure->value, 30258);
  EXPECT_EQ(claim.figure->unit.text(), "t");
  EXPECT_EQ(claim.grade, Grade::Primary);
  EXPECT_EQ(claim.reliability, 'B');
  EXPECT_EQ(claim.credibility, 2);
}

TEST(Evidence, AQuoteThatWasTouchedIsFoundAtItsHash) {
  const auto evidence = read(sources(std::string(64, '0')), claims());
  ASSERT_FALSE(evidence.ok());
  EXPECT_EQ(codes(evidence.diagnostics()), std::vector<std::string>{"quote-hash"});
  EXPECT_EQ(evidence.diagnostics()[0].place.line, 11);
}

TEST(Evidence, UnknownSpansAndNamelessJudgementsComeTogether) {
  const auto evidence = read(
      sources(), claims("moc#s2", "  - id: view\n    text: {en: x}\n    spans: [\"moc#s1\"]\n    published: 2010\n    "
                                  "reliability: C\n    credibility: 3\n    grade: judgement\n"));
  EXPECT_EQ(codes(evidence.diagnostics()), (std::vector<std::string>{"span-unknown", "judgement-without-name"}));
}

TEST(Evidence, AnIdUsedTwiceIsRefused) {
  const std::string again = claims().substr(claims().find("  - id"));
  EXPECT_EQ(codes(read(sources(), claims() + again).diagnostics()), std::vector<std::string>{"id-twice"});
}

TEST(Likelihood, WordsOfIcd203) {
  EXPECT_EQ(likelihood_range("likely"), std::pair(0.55, 0.80));
  EXPECT_FALSE(likelihood_range("probable-ish").has_value());
}

} // namespace
} // namespace rashin

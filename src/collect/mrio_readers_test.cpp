#include "collect/mrio_gzip.h"
#include "collect/mrio_readers.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace rashin::collect {
namespace {

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const Diagnostic& diagnostic : diagnostics) list.push_back(diagnostic.code);
  return list;
}
using Codes = std::vector<std::string>;

constexpr std::string_view header = "origin_region,origin_sector,destination_region,destination,value\n";

std::string gzip(std::string_view text) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

TEST(LongCsv, TellsSectorsFromFinalDemandAndGroupsByRegion) {
  const std::string text =
      std::string(header) + "A,farm,A,mill,3\nB,farm,A,mill,2\nA,mill,A,households,9\nA,farm,B,mill,1\n";
  const auto entries = read_long_csv({"t.csv", text});
  ASSERT_TRUE(entries.ok());
  const std::vector<IndustryCode> industries{{"A", "farm"}, {"A", "mill"}, {"B", "farm"}, {"B", "mill"}};
  EXPECT_EQ(entries->industries, industries);
  ASSERT_EQ(entries->final_demands.size(), 1u);
  EXPECT_EQ(entries->final_demands[0].category, "households");
  EXPECT_EQ(entries->flows.size(), 3u);
  EXPECT_EQ(entries->flows[2].column, 3u) << "B|mill only buys, and is an industry all the same";
}

TEST(LongCsv, KindSettlesAnAmbiguousDestination) {
  const auto entries = read_long_csv({"t.csv", "origin region;origin sector;destination region;destination;value;kind\n"
                                               "A;x;A;x;1;final\nA;x;A;x;2;intermediate\n"});
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(entries->flows.size(), 1u);
  EXPECT_EQ(entries->final_demand_flows.size(), 1u);
}

TEST(LongCsv, GathersEveryFaultWithLineAndColumn) {
  const std::string text =
      std::string(header) + "A,x,A,x\nA,x,A,y,nan\nA,x,A,z,1e999\nA,\"x,A,z,1\nA,x,A,x,twelve\n,x,A,x,1\n";
  const auto entries = read_long_csv({"t.csv", text});
  ASSERT_FALSE(entries.ok());
  EXPECT_EQ(codes(entries.diagnostics()),
            (Codes{"mrio-ragged-row", "mrio-not-finite", "mrio-not-finite", "mrio-quote-open", "mrio-ragged-row",
                   "value-not-a-number", "mrio-bad-label"}));
  EXPECT_EQ(entries.diagnostics()[1].place.line, 3);
  EXPECT_EQ(entries.diagnostics()[1].place.column, 9);
}

TEST(LongCsv, RefusesACellGivenTwice) {
  const auto entries = read_long_csv({"t.csv", std::string(header) + "A,x,A,x,1\nA,x,A,hh,1\nA,x,A,x,4\n"});
  ASSERT_FALSE(entries.ok());
  EXPECT_EQ(codes(entries.diagnostics()), Codes{"mrio-duplicate-cell"});
  EXPECT_EQ(entries.diagnostics()[0].place.line, 4);
  EXPECT_NE(entries.diagnostics()[0].message.en.find("A|x > A|x"), std::string::npos);
}

TEST(LongCsv, TellsARepeatedCellBesideOtherFaults) {
  const auto entries = read_long_csv({"t.csv", "origin_region,origin_sector,destination_region,destination,value\n"
                                               "A,x,A,y,1\nA,y,A,x,many\nA,x,A,y,2\n"});
  EXPECT_EQ(codes(entries.diagnostics()), (Codes{"value-not-a-number", "mrio-duplicate-cell"}));
}

TEST(LongCsv, ColumnsCountCodePoints) {
  const auto entries = read_long_csv({"t.csv", "\xEF\xBB\xBF" + std::string(header) + "日本,農業,日本,農業,x\r\n"});
  ASSERT_FALSE(entries.ok());
  EXPECT_EQ(entries.diagnostics()[0].place.column, 13);
}

TEST(WiodRelease, RefusesATotalThatRoundingDoesNotExplain) {
  const std::string rows = "row,country_iso3,sector,sector_name\n0,A,c1,x\n1,A,c2,y\n";
  const std::string demands = "fdcol,country_iso3,category\n0,A,f1\n";
  const std::string flows = "row,col,value\n0,0,5000\n0,1,3000\n1,0,2000\n", demand = "row,fdcol,value\n1,0,7000\n";
  const auto read = [&](const std::string& output) {
    return read_wiod_release(
        {{"rows.csv", rows}, {"f.csv", demands}, {"Z.csv", flows}, {"Y.csv", demand}, {"x.csv", output}});
  };
  EXPECT_TRUE(read("row,output\n0,8001\n1,9000\n").ok()) << "each cell may be rounded by half a unit";
  const auto refused = read("row,output\n0,8000\n1,9900\n");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(codes(refused.diagnostics()), Codes{"mrio-wrong-total"});
  EXPECT_EQ(refused.diagnostics()[0].place.line, 3);
  EXPECT_EQ(refused.diagnostics()[0].place.column, 3);
  EXPECT_NE(refused.diagnostics()[0].message.en.find("A|c2 is stated as 9900"), std::string::npos);
}

TEST(LabelledMatrices, ReadsAndChecksTheOrderOfLabels) {
  const NamedText z{"Z.csv", ",A|x,A|y\nA|x,1,2\nA|y,3,0\n"};
  const auto entries = read_labelled_matrices(z, {"Y.csv", ",A|hh,A|\"gov\nA|x,5,6\n"});
  EXPECT_FALSE(entries.ok());
  const auto good = read_labelled_matrices(z, {"Y.csv", ",A|hh\nA|x,5\nA|y,-1\n"});
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good->flows.size(), 3u);
  EXPECT_EQ(good->final_demand_flows[1].value, -1);
  const auto swapped = read_labelled_matrices(z, {"Y.csv", ",A|hh\nA|y,5\nA|x,1\n"});
  EXPECT_EQ(codes(swapped.diagnostics()), Codes{"mrio-label-order"});
}

TEST(PymrioFolder, ReadsWithAndWithoutIndexNames) {
  const NamedText y{"Y.txt", "\t\tA\nregion\tcategory\thh\nA\tx\t5\nA\ty\t7\n"};
  for (const std::string names : {"", "region\tsector\t\t\n"}) {
    const std::string z = "region\t\tA\tA\nsector\t\tx\ty\n" + names + "A\tx\t1\t2\nA\ty\t3\t0\n";
    const auto entries = read_pymrio_folder({"Z.txt", z}, y);
    ASSERT_TRUE(entries.ok()) << to_text(entries.diagnostics()[0], Language::English);
    EXPECT_EQ(entries->industries.size(), 2u);
    EXPECT_EQ(entries->flows.size(), 3u);
    EXPECT_EQ(entries->final_demands[0].category, "hh");
  }
}

TEST(PymrioFolder, GathersEveryFaultOfBothFiles) {
  const NamedText z{"Z.txt", "region\t\tA\tA\nsector\t\tx\ty\nA\tx\tfoo\t2\nA\tz\t3\n"};
  const auto entries = read_pymrio_folder(z, {"Y.txt", "\t\tA\nregion\tcategory\thh\nA\tx\t5\nA\ty\tinf\n"});
  EXPECT_EQ(codes(entries.diagnostics()),
            (Codes{"value-not-a-number", "mrio-ragged-row", "mrio-not-finite", "mrio-label-order"}));
}

TEST(OecdIcio, TakesIndustriesDemandAndOutputAndSaysItIsUntried) {
  const auto entries = read_oecd_icio({"2018.csv", "V1,AUS_01T02,JPN_01T02,AUS_HFCE,JPN_HFCE,OUT\n"
                                                   "AUS_01T02,1,2,3,4,10\nJPN_01T02,0,1,1,8,10\n"
                                                   "TLS,1,1,1,1,4\nVA,8,6,0,0,14\nOUT,10,10,5,13,38\n"});
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(entries->industries.size(), 2u);
  EXPECT_EQ(entries->flows.size(), 3u);
  EXPECT_EQ(entries->final_demand_flows.size(), 4u);
  EXPECT_EQ(entries->stated_output, (std::vector<double>{10, 10}));
  EXPECT_EQ(codes(entries.diagnostics()), Codes{"mrio-untried-layout"});
  const auto faults = read_oecd_icio({"2018.csv", "V1,AUS_01T02,JPN_01T02,AUS_HFCE,JPN_HFCE,OUT\n"
                                                  "AUS_01T02,nan,2,3,4,10\nAUS_01T02,0,1,1,8,10,7\n"});
  EXPECT_EQ(codes(faults.diagnostics()), (Codes{"mrio-not-finite", "mrio-label-order", "mrio-ragged-row"}))
      << "every fault in one go";
  const auto missing = read_oecd_icio({"2018.csv", "V1,AUS_01T02,JPN_01T02,AUS_HFCE\nAUS_01T02,1,2,3\n"});
  EXPECT_EQ(codes(missing.diagnostics()), Codes{"mrio-label-order"});
}

TEST(WiodRelease, ReadsCellsAndRefusesUnknownNumbers) {
  WiodFiles files{{"rows.csv", "row,country_iso3,sector,sector_name\n0,AUS,c1,\"Farms, forests\"\n1,AUS,c2,Mining\n"},
                  {"fdcols.csv", "fdcol,country_iso3,category\n0,AUS,f1_hh\n"},
                  {"Z.csv", "row,col,value\n0,0,5\n0,1,7\n"},
                  {"Y.csv", "row,fdcol,value\n0,0,-2\n"},
                  {"x.csv", "row,output\n0,10\n1,0\n"}};
  const auto entries = read_wiod_release(files);
  ASSERT_TRUE(entries.ok());
  EXPECT_EQ(entries->industries[1].sector, "c2");
  files.flows.text = "row,col,value\n0,2,5\n0,1,7\n0,0,1\n0,1,3\n";
  files.output.text = "row,output\n0,10\n";
  const auto wrong = read_wiod_release(files);
  EXPECT_EQ(codes(wrong.diagnostics()), (Codes{"mrio-unknown-index", "mrio-duplicate-cell", "mrio-output-count"}));
}

TEST(AggregationMap, NamesWhatIsMissing) {
  const std::vector<IndustryCode> industries{{"A", "x"}, {"A", "y"}};
  const auto map = read_aggregation_map({"m.csv", "row,region6,sector12\n0,R,s\n1,R,t\n"}, industries);
  ASSERT_TRUE(map.ok());
  EXPECT_EQ((*map)[1].sector, "t");
  const auto missing = read_aggregation_map({"m.csv", "industry,region,sector\nA|x,R,s\n"}, industries);
  EXPECT_EQ(codes(missing.diagnostics()), Codes{"mrio-aggregation-map"});
  EXPECT_NE(missing.diagnostics()[0].message.en.find("A|y"), std::string::npos);
}

TEST(Gzip, UnpacksMembersAndRefusesDamage) {
  const std::string packed = gzip("hello ") + gzip("world");
  const auto text = unpack_gzip(packed, "a.gz");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "hello world");
  EXPECT_EQ(*unpack_gzip("plain", "a.csv"), "plain");
  for (std::size_t cut = 2; cut + 1 < packed.size(); ++cut) {
    if (cut == gzip("hello ").size()) continue;
    EXPECT_EQ(codes(unpack_gzip(packed.substr(0, cut), "a.gz").diagnostics()), Codes{"mrio-gzip"}) << cut;
  }
  EXPECT_EQ(codes(unpack_gzip(gzip(std::string(5000, 'a')), "a.gz", 1000).diagnostics()), Codes{"mrio-too-large"});
}

} // namespace
} // namespace rashin::collect

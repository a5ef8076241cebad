// Trains a classifier and writes its weights as C++: train_classifier intents|kinds LANG-FOLDER OUT.cpp
//
// A program of the build, not of the product: liblinear is linked here and nowhere else. The same phrases give the same
// file to the byte: files are read in the order of their names, noise is drawn from the phrase itself, and the solver's
// shuffling is seeded.
#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.h"
#include "intents/classifier/features.h"
#include "intents/classifier/model.h"
#include "intents/training/noise.h"
#include "intents/training/phrases.h"

namespace varsel::intents::training {
namespace {

// One message as liblinear reads it, scaled to length one.
std::vector<feature_node> nodes_of(const std::string& text) {
  const std::string clean = clean_text(text);
  const FeatureLine line = features_of(Tokens{clean});
  std::vector<feature_node> nodes;
  double square = 0;
  for (const Feature& feature : line.features) {
    const double weight = kGroupWeights[static_cast<std::size_t>(feature.group)];
    nodes.push_back({static_cast<int>(feature.bucket) + 1, weight});  // its indices begin at 1
    square += weight * weight;
  }
  for (feature_node& node : nodes) node.value /= std::sqrt(square);
  nodes.push_back({-1, 0});  // the end
  return nodes;
}

// Weights of the classes by bucket, in doubles.
std::vector<double> train_on(const std::vector<Phrase>& phrases) {
  std::vector<std::vector<feature_node>> examples;
  std::vector<double> labels;
  for (const Phrase& phrase : phrases) {
    for (const std::string& text : variants(phrase)) {
      examples.push_back(nodes_of(text));
      labels.push_back(static_cast<double>(phrase.label));
    }
  }
  std::vector<feature_node*> rows;
  rows.reserve(examples.size());
  for (auto& example : examples) rows.push_back(example.data());
  problem task{};
  task.l = static_cast<int>(rows.size());
  task.n = static_cast<int>(kBuckets);
  task.y = labels.data();
  task.x = rows.data();
  task.bias = -1;
  parameter how{};
  how.solver_type = MCSVM_CS;  // Crammer and Singer: one problem for all classes
  how.C = 1;
  how.eps = 0.1;
  if (const char* problem_found = check_parameter(&task, &how)) throw std::runtime_error(problem_found);
  set_print_string_function([](const char*) {});
  std::srand(1);  // it shuffles with rand()
  model* trained = train(&task, &how);
  std::vector<double> weights(std::size_t{kBuckets} * kColumns);
  std::vector<int> classes(static_cast<std::size_t>(get_nr_class(trained)));
  get_labels(trained, classes.data());
  for (std::uint32_t bucket = 0; bucket < kBuckets; ++bucket)
    for (std::size_t at = 0; at < classes.size(); ++at)
      weights[std::size_t{bucket} * kColumns + static_cast<std::size_t>(classes[at])] =
          get_decfun_coef(trained, static_cast<int>(bucket) + 1, static_cast<int>(at));
  free_and_destroy_model(&trained);
  return weights;
}

void write(const std::vector<double>& weights, std::string_view what, std::string_view classes, std::ostream& out) {
  double largest = 0;
  for (const double weight : weights) largest = std::max(largest, std::abs(weight));
  const double scale = largest > 0 ? largest / 127 : 1;
  out << "// Written by intents/training/main.cpp from intents/lang. Not to be edited.\n"
         "#include \"intents/classifier/model.h\"\n"
         "namespace varsel::intents {\n"
         "namespace {\n"
         "constexpr char kWeights[] =\n";
  // A string literal: a compiler reads one in a blink, and a list of four million numbers in minutes.
  for (std::size_t row = 0; row < weights.size(); row += kColumns) {
    out << '"';
    for (std::size_t at = row; at < row + kColumns; ++at) {
      const auto byte = static_cast<unsigned char>(static_cast<signed char>(std::lround(weights[at] / scale)));
      out << '\\' << static_cast<char>('0' + byte / 64) << static_cast<char>('0' + byte / 8 % 8)
          << static_cast<char>('0' + byte % 8);
    }
    out << "\"\n";
  }
  out << ";\n}  // namespace\n"
         "const Model& "
      << what
      << "_model() {\n"
         "  static const Model model{{reinterpret_cast<const std::int8_t*>(kWeights), sizeof kWeights - 1},\n"
         "                           "
      << std::hexfloat << static_cast<float>(scale) << "F, " << classes
      << "};\n"
         "  return model;\n"
         "}\n"
         "}  // namespace varsel::intents\n";
}

}  // namespace
}  // namespace varsel::intents::training

int main(int count, char** arguments) try {
  using namespace varsel::intents::training;
  const std::string_view what = count == 4 ? arguments[1] : "";
  if (what != "intents" && what != "kinds")
    throw std::runtime_error("usage: train_classifier intents|kinds LANG-FOLDER OUT.cpp");
  std::ofstream out(arguments[3], std::ios::binary);
  if (what == "intents")
    write(train_on(read_intents(arguments[2])), "intent", "kIntents", out);
  else
    write(train_on(read_kinds(arguments[2])), "kind", "kKinds", out);
  if (!out.flush()) throw std::runtime_error(std::string("cannot write ") + arguments[3]);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "train_classifier: " << error.what() << '\n';
  return 1;
}

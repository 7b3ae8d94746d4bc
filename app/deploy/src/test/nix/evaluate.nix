# Evaluates the module with a few lines in the place of nixpkgs' lib, which is not at hand where tests run: options are typed,
# defaults taken, what is not declared refused. `settings` is a file with what a machine's configuration would say.
{ settings }:
let
  fail = path: message: throw "${path}: ${message}";
  type = name: check: { inherit name check; merge = value: value; };
  lib = builtins // rec {
    types = rec {
      str = type "str" builtins.isString;
      bool = type "bool" builtins.isBool;
      int = type "int" builtins.isInt;
      port = type "port" (value: builtins.isInt value && value > 0 && value < 65536);
      path = type "path" (value: builtins.isPath value || builtins.isString value && hasPrefix "/" value);
      package = type "package" (value: value ? outPath);
      nullOr = of: type "nullOr ${of.name}" (value: value == null || of.check value);
      listOf = of: type "listOf ${of.name}" (value: builtins.isList value && builtins.all of.check value);
      attrsOf = of: type "attrsOf ${of.name}" (value: builtins.isAttrs value && builtins.all of.check (builtins.attrValues value));
      oneOf = all: type "oneOf" (value: builtins.any (of: of.check value) all);
      addCheck = of: more: type of.name (value: of.check value && more value);
    };
    mkOption = option: { _option = true; } // option;
    mkEnableOption = what: mkOption { type = types.bool; default = false; description = "Whether to enable ${what}."; };
    mkIf = condition: content: if condition then content else { };
    hasPrefix = prefix: text: builtins.substring 0 (builtins.stringLength prefix) text == prefix;
    boolToString = value: if value then "true" else "false";
    filterAttrs = keep: set: builtins.listToAttrs (builtins.filter (pair: keep pair.name pair.value) (map (name: { inherit name; value = set.${name}; }) (builtins.attrNames set)));
    mapAttrsToList = change: set: map (name: change name set.${name}) (builtins.attrNames set);
    concatStringsSep = builtins.concatStringsSep;
    attrNames = builtins.attrNames;
    all = builtins.all;
    mapAttrs = builtins.mapAttrs;
  };
  given = import settings;
  pkgs.runCommand = name: inputs: script: { outPath = "/nix/store/11111111111111111111111111111111-${name}"; inherit script; };
  pkgs.postgresql = { outPath = "/nix/store/22222222222222222222222222222222-postgresql"; };
  pkgs.util-linux = { outPath = "/nix/store/33333333333333333333333333333333-util-linux"; };
  pkgs.jdk25_headless = { outPath = "/nix/store/00000000000000000000000000000000-jdk-25"; };
  module = import ../../main/nixos/module.nix { inherit lib pkgs; config.services.breakwater = values; };
  decide = path: option: given:
    if option ? _option then
      let value = if given != null then given.value else option.default or (fail path "is not set and has no default");
      in if option.type.check value then value else fail path "is not of the type ${option.type.name}"
    else
      let
        set = if given == null then { } else given.value;
        unknown = builtins.filter (name: !option ? ${name}) (builtins.attrNames set);
      in if unknown != [ ] then fail "${path}.${builtins.head unknown}" "is no option"
      else builtins.mapAttrs (name: inner: decide "${path}.${name}" inner (if set ? ${name} then { value = set.${name}; } else null)) option;
  values = decide "services.breakwater" module.options.services.breakwater { value = given; };
  broken = map (assertion: assertion.message) (builtins.filter (assertion: !assertion.assertion) (module.config.assertions or [ ]));
in if broken != [ ] then throw (builtins.head broken) else {
  inherit (module) config;
  build = module.config.system.build.breakwater.script or "";
  undescribed = builtins.filter (name: !(module.options.services.breakwater.${name} ? description))
    (builtins.filter (name: module.options.services.breakwater.${name} ? _option) (builtins.attrNames module.options.services.breakwater));
}
